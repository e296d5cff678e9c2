<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Dates</name>
    <message>
        <source>年-月-日，例如 2026-12-05；Delete 清空</source>
        <translation>Year-month-day, as 2026-12-05; Delete empties it</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>清空 (Delete)</source>
        <translation>Empty (Delete)</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>没有保存：{reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>没有保存：程序出错了，原有内容完好</source>
        <translation>Not saved: the program failed; what was there is intact</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>保存中</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>已保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>写明措施后才能关闭。</source>
        <translation>It can be closed once an action is written down.</translation>
    </message>
    <message>
        <source>写明验证和验证人后才能关闭。</source>
        <translation>It can be closed once its verification and the verifier are written down.</translation>
    </message>
    <message>
        <source>验证人不能是负责人自己。</source>
        <translation>The owner cannot verify their own action.</translation>
    </message>
    <message>
        <source>措施 {n}</source>
        <translation>Action {n}</translation>
    </message>
    <message>
        <source>关闭这条措施</source>
        <translation>Close this action</translation>
    </message>
    <message>
        <source>删除这条措施</source>
        <translation>Delete this action</translation>
    </message>
    <message>
        <source>重新打开这条措施</source>
        <translation>Reopen this action</translation>
    </message>
    <message>
        <source>为什么会这样，问到底</source>
        <translation>Why it came about, down to the root</translation>
    </message>
    <message>
        <source>已经出的问题当时怎样补救</source>
        <translation>What was done at once about what had gone wrong</translation>
    </message>
    <message>
        <source>怎样使它不再发生</source>
        <translation>What keeps it from happening again</translation>
    </message>
    <message>
        <source>做到哪一步；写了就算进行中</source>
        <translation>How far it is; once written it counts as running</translation>
    </message>
    <message>
        <source>看了什么，有没有效果</source>
        <translation>What was looked at, and whether it worked</translation>
    </message>
    <message>
        <source>再加一条措施</source>
        <translation>Add another action</translation>
    </message>
    <message>
        <source>看到了什么：时间、地点、数量</source>
        <translation>What was seen: when, where, how many</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>记下观察项</source>
        <translation>Record observation</translation>
    </message>
    <message>
        <source>不记</source>
        <translation>Don&apos;t record</translation>
    </message>
    <message>
        <source>新增观察项</source>
        <translation>New observation</translation>
    </message>
    <message>
        <source>看到了问题，但还谈不上不符合；不影响符合率。</source>
        <translation>Something was seen that is not yet a nonconformity; the rate is not affected.</translation>
    </message>
    <message>
        <source>不属于哪一项</source>
        <translation>No item</translation>
    </message>
    <message>
        <source>先写下看到了什么。</source>
        <translation>Write down what was seen first.</translation>
    </message>
    <message>
        <source>关键</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>来自 {item}</source>
        <translation>From {item}</translation>
    </message>
    <message>
        <source>期限 {day}，已逾期 {n} 天</source>
        <translation>Due {day}, {n} d overdue</translation>
    </message>
    <message>
        <source>期限 {day}，今天到期</source>
        <translation>Due {day}, today</translation>
    </message>
    <message>
        <source>期限 {day}，还有 {n} 天</source>
        <translation>Due {day}, in {n} d</translation>
    </message>
    <message>
        <source>已由人改定。规则提出的是{grade}，点它即改回。</source>
        <translation>Overruled by a person. The rules propose: {grade}; choose it to go back.</translation>
    </message>
    <message>
        <source>按规则是{grade}，可以改定。</source>
        <translation>By the rules: {grade}; you can overrule it.</translation>
    </message>
    <message>
        <source>转为整改措施</source>
        <translation>Make a corrective action</translation>
    </message>
    <message>
        <source>选一条改进机会，立为整改 (Enter)</source>
        <translation>Choose an opportunity and take it up (Enter)</translation>
    </message>
    <message>
        <source>这里一件也没有。</source>
        <translation>There is nothing here.</translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>没有审核发现。</source>
        <translation>No findings.</translation>
    </message>
    <message>
        <source>没有审核发现。还有 {n} 项未评。</source>
        <translation>No findings. Items still open: {n}.</translation>
    </message>
    <message>
        <source>下一未评</source>
        <translation>Next open</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>先选一条改进机会。</source>
        <translation>Choose an opportunity first.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>已关闭</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} d overdue</translation>
    </message>
    <message>
        <source>{n} 天后</source>
        <translation>in {n} d</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>选一件审核发现，在这里写原因、措施和验证。</source>
        <translation>Choose a finding and write its cause, action and verification here.</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>关闭这一项</source>
        <translation>Close this finding</translation>
    </message>
    <message>
        <source>措施已关闭</source>
        <translation>Action closed</translation>
    </message>
    <message>
        <source>措施已删除</source>
        <translation>Action deleted</translation>
    </message>
    <message>
        <source>已删除</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <source>已转为整改措施</source>
        <translation>Made a corrective action</translation>
    </message>
    <message>
        <source>观察项已记下</source>
        <translation>Observation recorded</translation>
    </message>
    <message>
        <source>先关闭每一条措施。</source>
        <translation>Close every action first.</translation>
    </message>
    <message>
        <source>先写一条措施，验证后关闭。</source>
        <translation>Write an action first; close it once verified.</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>在依据里查找</source>
        <translation>Find in the library</translation>
    </message>
    <message>
        <source>查找检查项、条款、法规</source>
        <translation>Find items, clauses, regulations</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>政策条款</source>
        <translation>Policy clauses</translation>
    </message>
    <message>
        <source>法规标准</source>
        <translation>Regulations</translation>
    </message>
    <message>
        <source>法规状态截至 {date}，使用前须到官方平台核对；政策文件的规划期至 2020 年。</source>
        <translation>Standing of regulations as of {date}; check with the official platforms before use. The plans ran to 2020.</translation>
    </message>
    <message>
        <source>详情</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>选一条，这里列出它的内容和相互的出处。</source>
        <translation>Choose an entry: here stand its content and what it is connected with.</translation>
    </message>
    <message>
        <source>关键</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>适用：{reason}</source>
        <translation>Applies: {reason}</translation>
    </message>
    <message>
        <source>不适用：{reason}</source>
        <translation>Does not apply: {reason}</translation>
    </message>
    <message>
        <source>待定：{reason}</source>
        <translation>Open: {reason}</translation>
    </message>
    <message>
        <source>去检查</source>
        <translation>Go to the item</translation>
    </message>
    <message>
        <source>怎么做</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>可以选“不适用”：{when}</source>
        <translation>&quot;Not applicable&quot; may be chosen: {when}</translation>
    </message>
    <message>
        <source>拿什么证明</source>
        <translation>What proves it</translation>
    </message>
    <message>
        <source>出自哪些条款</source>
        <translation>Stems from these clauses</translation>
    </message>
    <message>
        <source>规划期至 2020</source>
        <translation>Plan ran to 2020</translation>
    </message>
    <message>
        <source>{body}，{date} 发布</source>
        <translation>{body}, issued {date}</translation>
    </message>
    <message>
        <source>这一条没有对企业提出要求。</source>
        <translation>This clause asks nothing of enterprises.</translation>
    </message>
    <message>
        <source>对企业的要求（用我们的话写）</source>
        <translation>What it asks of enterprises, in our words</translation>
    </message>
    <message>
        <source>状态截至 {date}，使用前须到官方平台核对。</source>
        <translation>Standing as of {date}; check with the official platforms before use.</translation>
    </message>
    <message>
        <source>要求企业做到</source>
        <translation>What it demands</translation>
    </message>
    <message>
        <source>还没有检查项引用它。</source>
        <translation>No item cites it yet.</translation>
    </message>
    <message>
        <source>以它为必须依据的检查项</source>
        <translation>Items that it makes a duty</translation>
    </message>
    <message>
        <source>供查阅的检查项</source>
        <translation>Items that refer to it</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>返回 (Alt+←)</source>
        <translation>Back (Alt+←)</translation>
    </message>
    <message>
        <source>这一段只有中文。</source>
        <translation>This part is in Chinese only.</translation>
    </message>
    <message>
        <source>{date} 发布</source>
        <translation>issued {date}</translation>
    </message>
    <message>
        <source>{date} 起施行</source>
        <translation>in force from {date}</translation>
    </message>
    <message>
        <source>只管：{domains}</source>
        <translation>Only for: {domains}</translation>
    </message>
    <message>
        <source>由“{file}”补充</source>
        <translation>Added by &quot;{file}&quot;</translation>
    </message>
    <message>
        <source>不设检查项：{reason}</source>
        <translation>No item: {reason}</translation>
    </message>
    <message>
        <source>还没有检查项</source>
        <translation>No item yet</translation>
    </message>
    <message>
        <source>对应国家要求 {clause}</source>
        <translation>Follows the national clause {clause}</translation>
    </message>
    <message>
        <source>目标数字</source>
        <translation>Target figures</translation>
    </message>
    <message>
        <source>是政府给整个地区定的目标，只作参考，不是企业的合格线。</source>
        <translation>Targets of the government for a whole region: for reference, not pass marks of an enterprise.</translation>
    </message>
    <message>
        <source>必须的依据</source>
        <translation>What makes it a duty</translation>
    </message>
    <message>
        <source>供查阅</source>
        <translation>For reference</translation>
    </message>
    <message>
        <source>只对部分企业</source>
        <translation>For some enterprises only</translation>
    </message>
    <message>
        <source>适用</source>
        <translation>Applies</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Does not apply</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>强度</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>全部检查表</source>
        <translation>All checklists</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clause</translation>
    </message>
    <message>
        <source>标题和要求点</source>
        <translation>Heading and asks</translation>
    </message>
    <message>
        <source>要求点</source>
        <translation>Asks</translation>
    </message>
    <message>
        <source>已覆盖</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>全部文件</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>有未覆盖的</source>
        <translation>With uncovered asks</translation>
    </message>
    <message>
        <source>对企业有要求</source>
        <translation>Asks something of enterprises</translation>
    </message>
    <message>
        <source>已覆盖 {covered} 个，共 {asks} 个</source>
        <translation>{covered} of {asks} covered</translation>
    </message>
    <message>
        <source>名称和编号</source>
        <translation>Title and number</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>施行</source>
        <translation>In force from</translation>
    </message>
    <message>
        <source>全部层级</source>
        <translation>All ranks</translation>
    </message>
    <message>
        <source>没有检查项引用</source>
        <translation>Not cited by any item</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>“{text}”没有找到。</source>
        <translation>Nothing found for &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>没有符合筛选的。</source>
        <translation>Nothing fits the filter.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>只看不改</source>
        <translation>Look only</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>选择别的文件</source>
        <translation>Choose another file</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>另存一份</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>从列表移除</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>程序出错了，问题在我们；已保存的内容完好，可以继续使用。把下面的内容发给我们。</source>
        <translation>The program failed; the fault is ours. What was saved is intact and you can go on. Send us the text below.</translation>
    </message>
    <message>
        <source>出错报告</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>继续使用</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>已复制</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>今天 {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日</source>
        <translation>{day}/{month}</translation>
    </message>
    <message>
        <source>逾期 {n} 天</source>
        <translation>{n} d overdue</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>{n} 天后到期</source>
        <translation>due in {n} d</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>打开企业文件</source>
        <translation>Open a company file</translation>
    </message>
    <message>
        <source>质评文件</source>
        <translation>Zhiping files</translation>
    </message>
    <message>
        <source>恢复为新文件</source>
        <translation>Restore as a new file</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore a backup</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>记在每一次改动里。已经打开的文件，下次打开时用新的姓名。</source>
        <translation>Recorded with every change. A file that is open takes the new name when it is next opened.</translation>
    </message>
    <message>
        <source>界面</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folders</translation>
    </message>
    <message>
        <source>企业文件</source>
        <translation>Company files</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>文件改动后，关闭时自动备份，一个文件留十份，不含证据原件。</source>
        <translation>A changed file is backed up when it is closed: ten copies each, without the original evidence.</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>程序</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>检查表</source>
        <translation>Checklists</translation>
    </message>
    <message>
        <source>{id} 版，{date}</source>
        <translation>Edition {id}, {date}</translation>
    </message>
    <message>
        <source>法规状态</source>
        <translation>Regulations</translation>
    </message>
    <message>
        <source>截至 {date}，使用前须到官方平台核对</source>
        <translation>As of {date}; check with the official platforms before use</translation>
    </message>
    <message>
        <source>程序不联网；填写的内容只在本机的文件里。</source>
        <translation>The program never goes online; what you enter stays in files on this machine.</translation>
    </message>
    <message>
        <source>程序许可证（MIT）</source>
        <translation>Licence of the program (MIT)</translation>
    </message>
    <message>
        <source>字体许可证（OFL）</source>
        <translation>Licence of the fonts (OFL)</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>放在企业文件旁边</source>
        <translation>Beside the company file</translation>
    </message>
    <message>
        <source>未指定</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>文件夹还不存在</source>
        <translation>The folder is not there yet</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>企业</source>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>企业名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>营业执照上的全称</source>
        <translation>In full, as on the business licence</translation>
    </message>
    <message>
        <source>信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <source>统一社会信用代码</source>
        <translation>Unified social credit code</translation>
    </message>
    <message>
        <source>选择地区</source>
        <translation>Choose a province</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>人</source>
        <translation>persons</translation>
    </message>
    <message>
        <source>万元</source>
        <translation>CNY 10,000</translation>
    </message>
    <message>
        <source>从业人员</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>年营业收入</source>
        <translation>Turnover a year</translation>
    </message>
    <message>
        <source>主要产品</source>
        <translation>Main products</translation>
    </message>
    <message>
        <source>名称，用途或销往哪里，如：电热水壶，约四成出口</source>
        <translation>Names, use or markets: kettles, some 40 % exported</translation>
    </message>
    <message>
        <source>法定代表人</source>
        <translation>Legal representative</translation>
    </message>
    <message>
        <source>首席质量官</source>
        <translation>Chief quality officer</translation>
    </message>
    <message>
        <source>质量负责人</source>
        <translation>Person in charge of quality</translation>
    </message>
    <message>
        <source>不填即首席质量官</source>
        <translation>If empty: chief quality officer</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>{field}要写数字，如 126；这一处还没有保存</source>
        <translation>{field} takes a number, as 126; this has not been saved yet</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>{n} persons</translation>
    </message>
    <message>
        <source>{n} 万元</source>
        <translation>CNY {n} × 10,000</translation>
    </message>
    <message>
        <source>手工指定</source>
        <translation>Set by hand</translation>
    </message>
    <message>
        <source>手工指定：{size}企业</source>
        <translation>Set by hand: {size}</translation>
    </message>
    <message>
        <source>还算不出</source>
        <translation>not known yet</translation>
    </message>
    <message>
        <source>按划型标准：{size}（{detail}）</source>
        <translation>By the national standard: {size} ({detail})</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>按划型标准：{size}企业</source>
        <translation>By the national standard: {size}</translation>
    </message>
    <message>
        <source>填了人数和收入，就能算出企业规模</source>
        <translation>Staff and turnover give the size of the enterprise</translation>
    </message>
    <message>
        <source>按划型标准计算</source>
        <translation>By the national standard</translation>
    </message>
    <message>
        <source>校验正确</source>
        <translation>Check digit is right</translation>
    </message>
    <message>
        <source>有不会出现的字符</source>
        <translation>Has a character that no code has</translation>
    </message>
    <message>
        <source>校验位不符，逐位核对</source>
        <translation>Check digit does not fit; compare each place</translation>
    </message>
    <message>
        <source>还差 {n} 位</source>
        <translation>{n} to go</translation>
    </message>
    <message>
        <source>现在 {n} 位，应为 18 位</source>
        <translation>{n} characters, 18 are needed</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>这次评估</source>
        <translation>This assessment</translation>
    </message>
    <message>
        <source>自评</source>
        <translation>Self-assessment</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>评估方式</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>检查范围</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>评估名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>Started on</translation>
    </message>
    <message>
        <source>完成日期</source>
        <translation>Completed on</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>year-month-day</translation>
    </message>
    <message>
        <source>适用 {n} 项：{kinds}；不适用 {out} 项。</source>
        <translation>Applicable: {n} ({kinds}). Not applicable: {out}.</translation>
    </message>
    <message>
        <source>适用 {all} 项，这次检查其中 {n} 项：{kinds}；不适用 {out} 项。</source>
        <translation>Applicable: {all}, of which {n} are checked this time ({kinds}). Not applicable: {out}.</translation>
    </message>
    <message>
        <source>去填写</source>
        <translation>Fill in</translation>
    </message>
    <message>
        <source>{n} 项待定</source>
        <translation>{n} undecided</translation>
    </message>
    <message>
        <source>去回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>企业资料齐全，该回答的都回答了。</source>
        <translation>The data are complete and every question is answered.</translation>
    </message>
    <message>
        <source>写成 2026-11-30</source>
        <translation>Write it as 2026-11-30</translation>
    </message>
    <message>
        <source>早于开始</source>
        <translation>Before the start</translation>
    </message>
    <message>
        <source>全部检查项</source>
        <translation>All items</translation>
    </message>
    <message>
        <source>快速（只查最要紧的）</source>
        <translation>Quick (the most important ones)</translation>
    </message>
    <message>
        <source>选定的部分</source>
        <translation>Chosen sections</translation>
    </message>
    <message>
        <source>缺企业名称</source>
        <translation>The name is missing</translation>
    </message>
    <message>
        <source>信用代码缺或不对</source>
        <translation>The credit code is missing or wrong</translation>
    </message>
    <message>
        <source>缺所在地区</source>
        <translation>The province is missing</translation>
    </message>
    <message>
        <source>缺质量负责人或首席质量官</source>
        <translation>Nobody is in charge of quality: name a person or the chief quality officer</translation>
    </message>
    <message>
        <source>至少选 1 项</source>
        <translation>Choose at least 1</translation>
    </message>
    <message>
        <source>已选 {n} 项</source>
        <translation>{n} chosen</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>不确定</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>产品与角色</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>产品情况</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>检查项清单</source>
        <translation>List of items</translation>
    </message>
    <message>
        <source>这是第一步</source>
        <translation>This is the first step</translation>
    </message>
    <message>
        <source>开始检查</source>
        <translation>Start the check</translation>
    </message>
    <message>
        <source>地区选“{word}”</source>
        <translation>Province “{word}”</translation>
    </message>
    <message>
        <source>规模算作{size}</source>
        <translation>Size {size}</translation>
    </message>
    <message>
        <source>勾选“{word}”</source>
        <translation>“{word}” chosen</translation>
    </message>
    <message>
        <source>取消“{word}”</source>
        <translation>“{word}” taken out</translation>
    </message>
    <message>
        <source>答“{word}”</source>
        <translation>Answer “{word}”</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>Not decided yet</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>另 {n} 项</source>
        <translation>{n} more</translation>
    </message>
    <message>
        <source>回到填写</source>
        <translation>Back to the form</translation>
    </message>
    <message>
        <source>每答一题，清单随之增减；不适用的也列出理由。</source>
        <translation>Each answer changes the list; what does not apply is listed with its reason.</translation>
    </message>
    <message>
        <source>筛选清单</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>项适用</source>
        <translation>items apply</translation>
    </message>
    <message>
        <source>项要查</source>
        <translation>items to check</translation>
    </message>
    <message>
        <source>{what}后加入 {n} 项，去掉 {m} 项</source>
        <translation>{what}: {n} added, {m} removed</translation>
    </message>
    <message>
        <source>{what}后加入 {n} 项</source>
        <translation>{what}: {n} added</translation>
    </message>
    <message>
        <source>{what}后去掉 {m} 项</source>
        <translation>{what}: {m} removed</translation>
    </message>
    <message>
        <source>{what}后清单不变</source>
        <translation>{what}: the list stays as it is</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>“{text}”没有找到。</source>
        <translation>Nothing found for “{text}”.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>评定</source>
        <translation>Rating</translation>
    </message>
    <message>
        <source>只能看，不能改</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>按 1–5 直接选定；写备注时用 Alt+1–5</source>
        <translation>Press 1–5; in the note Alt+1–5</translation>
    </message>
    <message>
        <source>问题的要求变了，再看一遍评定还对不对。</source>
        <translation>The question asks for something else now: see whether the rating still holds.</translation>
    </message>
    <message>
        <source>仍然如此</source>
        <translation>Still so</translation>
    </message>
    <message>
        <source>写明不适用的理由才算已评。</source>
        <translation>It counts as rated once the reason is written down.</translation>
    </message>
    <message>
        <source>常见理由：{text}</source>
        <translation>A usual reason: {text}</translation>
    </message>
    <message>
        <source>用这条理由</source>
        <translation>Use this reason</translation>
    </message>
    <message>
        <source>“{kind}”项选了“{status}”，还没有证据。</source>
        <translation>&quot;{kind}&quot; rated &quot;{status}&quot;, but there is no evidence yet.</translation>
    </message>
    <message>
        <source>没有也能保存，交报告前会列出。例如：{proof}</source>
        <translation>It is saved without, and listed before you hand in. For example: {proof}</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>证明</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>名称、编号、存放处</source>
        <translation>Name, number, place</translation>
    </message>
    <message>
        <source>谁来答</source>
        <translation>Who answers</translation>
    </message>
    <message>
        <source>人或部门</source>
        <translation>Name or team</translation>
    </message>
    <message>
        <source>内部备注</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>只印在内部留存本里，交出去的报告不印</source>
        <translation>Printed in the internal copy only, not in the report handed in</translation>
    </message>
    <message>
        <source>写明不适用的理由</source>
        <translation>Why it does not apply</translation>
    </message>
    <message>
        <source>看到了什么、差在哪里。Enter 换行，Ctrl+Enter 存下并到下一未评</source>
        <translation>What you saw, what is missing. Enter: new line; Ctrl+Enter: save and next open</translation>
    </message>
    <message>
        <source>没有填写</source>
        <translation>Nothing entered</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>附件 {number}</source>
        <translation>Attachment {number}</translation>
    </message>
    <message>
        <source>已删除附件 {number}：{name}</source>
        <translation>Attachment {number} deleted: {name}</translation>
    </message>
    <message>
        <source>这份文件里没有带原件。</source>
        <translation>This copy of the file does not hold the original.</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Caption</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>出具单位</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存说明</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>写成 2026-12-31</source>
        <translation>Write 2026-12-31</translation>
    </message>
    <message>
        <source>添加文件</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>把剪贴板里的图片或文件存为证据 (Ctrl+V)</source>
        <translation>Keep the picture or files of the clipboard as evidence (Ctrl+V)</translation>
    </message>
    <message>
        <source>证据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>拖到这里</source>
        <translation>Drop here</translation>
    </message>
    <message>
        <source>剪贴板里没有图片或文件，先截图或复制一个</source>
        <translation>no picture or file in the clipboard; take or copy one first</translation>
    </message>
    <message>
        <source>添加证据文件</source>
        <translation>Add files as evidence</translation>
    </message>
    <message>
        <source>正在存入，{share}%</source>
        <translation>Being saved, {share} %</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>说明、编号与有效期</source>
        <translation>Caption, number, validity</translation>
    </message>
    <message>
        <source>删除{name}</source>
        <translation>Delete {name}</translation>
    </message>
    <message>
        <source>没有证据</source>
        <translation>No evidence</translation>
    </message>
    <message>
        <source>还没有证据·拖入、粘贴或添加文件</source>
        <translation>None yet: drop, paste or add files</translation>
    </message>
    <message>
        <source>{n} 件·拖入、粘贴或添加文件</source>
        <translation>{n}: drop, paste or add files</translation>
    </message>
    <message>
        <source>截图 {at}.png</source>
        <translation>Screenshot {at}.png</translation>
    </message>
    <message>
        <source>目标是地区的规划数字，只作参考，不是合格线。</source>
        <translation>Targets are figures of regional plans, for reference; no pass marks.</translation>
    </message>
    <message>
        <source>两个数都要填</source>
        <translation>Both figures are needed</translation>
    </message>
    <message>
        <source>要填整数，前一个不大于后一个</source>
        <translation>Whole numbers, the first not above the second</translation>
    </message>
    <message>
        <source>要填数字，例如 3.5</source>
        <translation>A number, for example 3.5</translation>
    </message>
    <message>
        <source>还没有适用的检查项。先填企业概况，就知道要答哪些。</source>
        <translation>No item applies yet. Fill in the profile, and you will see which ones do.</translation>
    </message>
    <message>
        <source>去填概况</source>
        <translation>Fill in the profile</translation>
    </message>
    <message>
        <source>只剩这一项未评。</source>
        <translation>Only this item is still open.</translation>
    </message>
    <message>
        <source>筛选出的项都评过了。</source>
        <translation>All items of this filter are rated.</translation>
    </message>
    <message>
        <source>全部评完。到“报告”看看还缺什么。</source>
        <translation>All rated. See under Report what is still missing.</translation>
    </message>
    <message>
        <source>“{title}”{n} 项已评为不适用。</source>
        <translation>&quot;{title}&quot;: {n} rated as not applicable.</translation>
    </message>
    <message>
        <source>整个部分不适用的理由</source>
        <translation>Why the whole section does not apply</translation>
    </message>
    <message>
        <source>例如：本企业不做进口，也不代销进口货</source>
        <translation>For example: we neither import nor sell imported goods</translation>
    </message>
    <message>
        <source>{done} / {total} 项已评</source>
        <translation>{done} / {total} rated</translation>
    </message>
    <message>
        <source>整个部分都与本企业无关时，写一条理由：未评的 {n} 项一起评为“{word}”，已评的不变。</source>
        <translation>If none of this concerns your enterprise, write one reason: all open items ({n}) become &quot;{word}&quot;; those rated stay as they are.</translation>
    </message>
    <message>
        <source>这一部分没有未评的项。</source>
        <translation>Nothing in this section is open.</translation>
    </message>
    <message>
        <source>{n} 项评为“{word}”</source>
        <translation>Rate {n} &quot;{word}&quot;</translation>
    </message>
    <message>
        <source>先写理由</source>
        <translation>Write the reason first</translation>
    </message>
    <message>
        <source>共 {n} 项，其中{kind} {duties} 项</source>
        <translation>{n} items, {duties} of them &quot;{kind}&quot;</translation>
    </message>
    <message>
        <source>关键</source>
        <translation>Critical</translation>
    </message>
    <message>
        <source>稍后</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>先放一放，别的都评完再看</source>
        <translation>Put off until all else is rated</translation>
    </message>
    <message>
        <source>{section}·第 {n} 项，共 {total} 项</source>
        <translation>{section}, {n} of {total}</translation>
    </message>
    <message>
        <source>只填数字，不作评定；没有发生过的一行填 0 和 0，不清楚的留空。</source>
        <translation>Figures only, no rating. Enter 0 and 0 where there was none; leave empty what is not known.</translation>
    </message>
    <message>
        <source>做到了，并且拿得出记录或实物，选“{met}”；只做到一部分，选“{partly}”。</source>
        <translation>&quot;{met}&quot; if it is done and you can show a record or the thing itself; &quot;{partly}&quot; if only in part.</translation>
    </message>
    <message>
        <source>上一未评</source>
        <translation>Previous open</translation>
    </message>
    <message>
        <source>下一未评</source>
        <translation>Next open</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>全部评完</source>
        <translation>All rated</translation>
    </message>
    <message>
        <source>还有 {n} 项未评，其中关键 {critical} 项</source>
        <translation>{n} still open, {critical} of them critical</translation>
    </message>
    <message>
        <source>还有 {n} 项未评</source>
        <translation>{n} still open</translation>
    </message>
    <message>
        <source>检查项</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>在依据里看这一条</source>
        <translation>See this clause in the library</translation>
    </message>
    <message>
        <source>规划期至 2020</source>
        <translation>Plan to 2020</translation>
    </message>
    <message>
        <source>规划说明要求的由来；今天有约束力的是所列法规标准。</source>
        <translation>The plan tells where the demand comes from; binding today are the regulations listed.</translation>
    </message>
    <message>
        <source>要求：{asked}</source>
        <translation>Asks for: {asked}</translation>
    </message>
    <message>
        <source>{date} 起</source>
        <translation>since {date}</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>法规标准</source>
        <translation>Regulations</translation>
    </message>
    <message>
        <source>怎样做</source>
        <translation>How to do it</translation>
    </message>
    <message>
        <source>应有的证据</source>
        <translation>Good proof</translation>
    </message>
    <message>
        <source>为什么要答</source>
        <translation>Why it applies</translation>
    </message>
    <message>
        <source>更改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>{n} 类</source>
        <translation>{n} kinds</translation>
    </message>
    <message>
        <source>法规信息汇编于 {date}，使用前请在官方平台核对。</source>
        <translation>Regulations as of {date}; check on the official platforms before use.</translation>
    </message>
    <message>
        <source>{n} 条</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>必须遵守</source>
        <translation>To be kept</translation>
    </message>
    <message>
        <source>参考</source>
        <translation>See also</translation>
    </message>
    <message>
        <source>没有直接要求这一项的法规标准。</source>
        <translation>No regulation demands this very thing.</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>不符合程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>转为整改措施</source>
        <translation>Make a corrective action</translation>
    </message>
    <message>
        <source>看整改措施</source>
        <translation>See the action</translation>
    </message>
    <message>
        <source>不是必须项，列入改进清单。</source>
        <translation>Not a duty: listed as an improvement.</translation>
    </message>
    <message>
        <source>按规则</source>
        <translation>By the rules</translation>
    </message>
    <message>
        <source>按规则是{word}</source>
        <translation>By the rules {word}</translation>
    </message>
    <message>
        <source>筛选检查项</source>
        <translation>Filter items</translation>
    </message>
    <message>
        <source>在 {n} 项中筛选</source>
        <translation>Filter {n} items</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>待补理由</source>
        <translation>Reason missing</translation>
    </message>
    <message>
        <source>“{text}”没有找到。</source>
        <translation>Nothing found for &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>没有这样的检查项。</source>
        <translation>There is no such item.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>空白检查表</source>
        <translation>Blank checklist</translation>
    </message>
    <message>
        <source>自评报告（草稿）</source>
        <translation>Self-assessment (draft)</translation>
    </message>
    <message>
        <source>自评报告（样例）</source>
        <translation>Self-assessment (sample)</translation>
    </message>
    <message>
        <source>自评报告</source>
        <translation>Self-assessment</translation>
    </message>
    <message>
        <source>内部版</source>
        <translation>Internal copy</translation>
    </message>
    <message>
        <source>正在生成报告</source>
        <translation>Making the report</translation>
    </message>
    <message>
        <source>打印报告</source>
        <translation>Print report</translation>
    </message>
    <message>
        <source>报告没有生成。</source>
        <translation>The report was not made.</translation>
    </message>
    <message>
        <source>重新生成</source>
        <translation>Make it again</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>保存报告</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>正在打印</source>
        <translation>Printing</translation>
    </message>
    <message>
        <source>已送到打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>没有打印完；重新打印时可以只选缺的页。</source>
        <translation>Not all was printed; print again, if you like only the missing pages.</translation>
    </message>
    <message>
        <source>重新打印</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Got it</translation>
    </message>
    <message>
        <source>内容有改动，这里还是改动前的报告。</source>
        <translation>Something was changed; this is the report from before.</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {pages} 页</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>企业名称、代码、地区和负责人齐全</source>
        <translation>Name, code, region and person in charge are given</translation>
    </message>
    <message>
        <source>适用范围已经确定</source>
        <translation>The scope is settled</translation>
    </message>
    <message>
        <source>必须项全部评完</source>
        <translation>All duties are assessed</translation>
    </message>
    <message>
        <source>“不适用”都写了理由</source>
        <translation>Every &quot;not applicable&quot; has its reason</translation>
    </message>
    <message>
        <source>评定之间没有矛盾</source>
        <translation>No ratings contradict each other</translation>
    </message>
    <message>
        <source>评为“符合”的必须项都有证明</source>
        <translation>Every duty rated conform has proof</translation>
    </message>
    <message>
        <source>应当项、鼓励项全部评完</source>
        <translation>All other items are assessed</translation>
    </message>
    <message>
        <source>数据项都已填报</source>
        <translation>All figures are given</translation>
    </message>
    <message>
        <source>证据都在有效期内</source>
        <translation>No evidence has expired</translation>
    </message>
    <message>
        <source>评过的题目没有修订</source>
        <translation>No assessed question has changed</translation>
    </message>
    <message>
        <source>提交前检查</source>
        <translation>Before handing in</translation>
    </message>
    <message>
        <source>{n} 项中 {passed} 项通过</source>
        <translation>{passed} of {n} passed</translation>
    </message>
    <message>
        <source>概况</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>必须补</source>
        <translation>Blocking</translation>
    </message>
    <message>
        <source>建议补</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Chapter</translation>
    </message>
    <message>
        <source>页</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>双页</source>
        <translation>Two pages</translation>
    </message>
    <message>
        <source>{pages} / {all} 页</source>
        <translation>{pages} / {all}</translation>
    </message>
    <message>
        <source>单页</source>
        <translation>One page</translation>
    </message>
    <message>
        <source>没有更多页</source>
        <translation>No more pages</translation>
    </message>
    <message>
        <source>报告还没有生成</source>
        <translation>The report is not made yet</translation>
    </message>
    <message>
        <source>没有目录</source>
        <translation>No contents</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>报送版</source>
        <translation>Copy to hand in</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>样例企业的报告只供查看，不能签章送交。</source>
        <translation>The sample&apos;s report is for looking at only; it cannot be signed and handed in.</translation>
    </message>
    <message>
        <source>新建企业文件</source>
        <translation>New company file</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印 (Ctrl+P)</source>
        <translation>Print (Ctrl+P)</translation>
    </message>
    <message>
        <source>生成 PDF（草稿）</source>
        <translation>Create PDF (draft)</translation>
    </message>
    <message>
        <source>生成 PDF（样例）</source>
        <translation>Create PDF (sample)</translation>
    </message>
    <message>
        <source>生成 PDF</source>
        <translation>Create PDF</translation>
    </message>
    <message>
        <source>上一份还没有完成</source>
        <translation>The last one is not finished yet</translation>
    </message>
    <message>
        <source>打印后签字盖章，交给要报告的一方；不含内部备注。</source>
        <translation>To be printed, signed, stamped and handed in; without internal notes.</translation>
    </message>
    <message>
        <source>另附内部备注和改进机会，留在企业里用。</source>
        <translation>With internal notes and improvements; stays in the company.</translation>
    </message>
    <message>
        <source>适用的检查项，印出来到现场用笔填。</source>
        <translation>The items that apply, to be filled in by hand on the shop floor.</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>企业</source>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>已答</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>恢复为新文件</source>
        <translation>Restore as a new file</translation>
    </message>
    <message>
        <source>先选一份备份</source>
        <translation>First choose a backup</translation>
    </message>
    <message>
        <source>每次关闭文件时留一份，每个文件最多十份。恢复成一个新文件，原来的文件不动；照片只有打印用的副本。</source>
        <translation>One copy is kept each time a file is closed, ten at most. It is restored as a new file, the present one stays as it is; photos come as their copies for print.</translation>
    </message>
    <message>
        <source>正在查看备份</source>
        <translation>Looking for backups</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>还没有备份。关闭一个改过的文件，这里就有一份。</source>
        <translation>No backups yet. One is made when a file that was changed is closed.</translation>
    </message>
    <message>
        <source>{name} 恢复 {day}</source>
        <translation>{name} restored {day}</translation>
    </message>
    <message>
        <source>（没有名称）</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>新建企业文件</source>
        <translation>New company file</translation>
    </message>
    <message>
        <source>企业名称</source>
        <translation>Name of the enterprise</translation>
    </message>
    <message>
        <source>营业执照上的全称</source>
        <translation>In full, as on the business licence</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Recorded by</translation>
    </message>
    <message>
        <source>记在每次改动旁边，本机只问一次</source>
        <translation>Noted with each change; asked once on this computer</translation>
    </message>
    <message>
        <source>{year} 年度自评</source>
        <translation>Self-assessment {year}</translation>
    </message>
    <message>
        <source>一家企业一个文件，概况、评定、证据和报告都在里面。</source>
        <translation>One file per enterprise holds its profile, ratings, evidence and reports.</translation>
    </message>
    <message>
        <source>换文件夹</source>
        <translation>Another folder</translation>
    </message>
    <message>
        <source>存放为</source>
        <translation>Keep as</translation>
    </message>
    <message>
        <source>这里已有同名文件，不会覆盖它。换一个名称或文件夹，或者打开它。</source>
        <translation>A file of this name is there already and stays as it is. Choose another name or folder, or open it.</translation>
    </message>
    <message>
        <source>先填企业名称和记录人</source>
        <translation>First give the name and who records</translation>
    </message>
    <message>
        <source>还没有打开过文件。新建一份，或先看样例：一家小家电厂填好的自评。</source>
        <translation>No file was opened yet. Make one, or look at the sample: a maker of small appliances that has assessed itself.</translation>
    </message>
    <message>
        <source>看一份样例</source>
        <translation>See a sample</translation>
    </message>
    <message>
        <source>到期与逾期</source>
        <translation>Due and overdue</translation>
    </message>
    <message>
        <source>继续上次的工作</source>
        <translation>Go on where you were</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Opened lately</translation>
    </message>
    <message>
        <source>质评</source>
        <translation>Zhiping</translation>
    </message>
    <message>
        <source>消费品质量自评</source>
        <translation>Quality self-assessment</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open a file …</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>其他入口</source>
        <translation>Other ways in</translation>
    </message>
    <message>
        <source>全部资料都在您自己的电脑上。没有账号，不联网，一家企业一个文件，可以拷走也可以备份。</source>
        <translation>Everything stays on your own computer. No account, no network; one file per enterprise, yours to copy and back up.</translation>
    </message>
    <message>
        <source>没有定了期限的整改措施。有了，最急的排在最前。</source>
        <translation>No action has a due date yet. Those that do stand here, the most urgent first.</translation>
    </message>
    <message>
        <source>共 {n} 项</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose a folder</translation>
    </message>
    <message>
        <source>在档案架中查找</source>
        <translation>Find on the shelf</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>打不开的文件</source>
        <translation>Files that cannot be opened</translation>
    </message>
    <message>
        <source>选一个文件夹，各家企业的进度和到期措施都列在这里。</source>
        <translation>Choose a folder: the progress of each enterprise and what is due are listed here.</translation>
    </message>
    <message>
        <source>档案架</source>
        <translation>Shelf</translation>
    </message>
    <message>
        <source>地区·领域</source>
        <translation>Province · products</translation>
    </message>
    <message>
        <source>评估</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>必须项符合率</source>
        <translation>Duties met</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>上次改动</source>
        <translation>Last change</translation>
    </message>
    <message>
        <source>正在读取“{name}”，{n}/{m}</source>
        <translation>Reading “{name}”, {n}/{m}</translation>
    </message>
    <message>
        <source>{n} 家企业</source>
        <translation>enterprises: {n}</translation>
    </message>
    <message>
        <source>在 {n} 家企业中查找</source>
        <translation>Find among {n}</translation>
    </message>
    <message>
        <source>共 {n} 家·已完成 {m} 家</source>
        <translation>{n} in all, {m} complete</translation>
    </message>
    <message>
        <source>“{folder}”里还没有能打开的企业文件。</source>
        <translation>“{folder}” holds no file that can be opened yet.</translation>
    </message>
    <message>
        <source>{n} 个文件打不开，看原因</source>
        <translation>Not opened: {n}. See why</translation>
    </message>
    <message>
        <source>“{text}”没有找到。</source>
        <translation>Nothing found for “{text}”.</translation>
    </message>
    <message>
        <source>样例</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>可能正在别处使用</source>
        <translation>May be open elsewhere</translation>
    </message>
    <message>
        <source>逾期 {n} 项</source>
        <translation>{n} overdue</translation>
    </message>
    <message>
        <source>文件不在原处</source>
        <translation>Not where it was</translation>
    </message>
    <message>
        <source>不是质评文件</source>
        <translation>Not a Zhiping file</translation>
    </message>
    <message>
        <source>由更新版本的质评写成</source>
        <translation>Written by a newer Zhiping</translation>
    </message>
    <message>
        <source>文件已损坏</source>
        <translation>Damaged</translation>
    </message>
    <message>
        <source>正被别的程序占用</source>
        <translation>In use by another program</translation>
    </message>
    <message>
        <source>读不出来</source>
        <translation>Cannot be read</translation>
    </message>
    <message>
        <source>自评</source>
        <translation>self-assessment</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>audit</translation>
    </message>
    <message>
        <source>从列表移除</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <source>看总览</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>{count} 项</source>
        <translation>{count} items</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>数据项 {n}</source>
        <translation>Figures {n}</translation>
    </message>
    <message>
        <source>数据项 {n}，未填 {left}</source>
        <translation>Figures {n}, open {left}</translation>
    </message>
    <message>
        <source>国家</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>评完 {n} 项没有评的关键项</source>
        <translation>Rate the {n} critical items that are still open</translation>
    </message>
    <message>
        <source>开始评定</source>
        <translation>Start rating</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>评过的项在这里变成数字：做到多少、哪里没有做到、先办什么。</source>
        <translation>What you rate becomes figures here: how much is done, where it falls short, what to do first.</translation>
    </message>
    <message>
        <source>暂计</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>/ {m} 项已评</source>
        <translation>of {m} rated</translation>
    </message>
    <message>
        <source>全部评完</source>
        <translation>All rated</translation>
    </message>
    <message>
        <source>还有 {n} 项，其中关键 {k} 项</source>
        <translation>{n} left, {k} of them critical</translation>
    </message>
    <message>
        <source>还有 {n} 项</source>
        <translation>{n} left</translation>
    </message>
    <message>
        <source>各主题落实率</source>
        <translation>Fulfilment by topic</translation>
    </message>
    <message>
        <source>已评不足 {n} 项的主题只列分数。</source>
        <translation>Topics with fewer than {n} rated items show a fraction.</translation>
    </message>
    <message>
        <source>没有关闭的</source>
        <translation>Still open</translation>
    </message>
    <message>
        <source>另有 {n} 张检查表</source>
        <translation>{n} more checklists</translation>
    </message>
    <message>
        <source>不属于检查项</source>
        <translation>Of no item</translation>
    </message>
    <message>
        <source>全部整改事项</source>
        <translation>All findings</translation>
    </message>
    <message>
        <source>共 {n} 件，按轻重和期限</source>
        <translation>{n} in all, by weight and due date</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>没有要补的，可以生成报告。</source>
        <translation>Nothing is missing; the report can be made.</translation>
    </message>
    <message>
        <source>去报告</source>
        <translation>To the report</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>按“{column}”排序</source>
        <translation>Sort by &quot;{column}&quot;</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>概况</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Library</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>在本页查找</source>
        <translation>Find on this page</translation>
    </message>
    <message>
        <source>全部搜索</source>
        <translation>Search everywhere</translation>
    </message>
    <message>
        <source>打印报告</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>新建企业文件</source>
        <translation>New company file</translation>
    </message>
    <message>
        <source>打开文件</source>
        <translation>Open a file</translation>
    </message>
    <message>
        <source>下一区域</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>上一区域</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>{year} 年度自评</source>
        <translation>Self-assessment {year}</translation>
    </message>
    <message>
        <source>未填企业名称</source>
        <translation>No company name yet</translation>
    </message>
    <message>
        <source>检查表 {edition} 版</source>
        <translation>Checklists {edition}</translation>
    </message>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>先打开或新建企业文件</source>
        <translation>Open or create a company file first</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>搜索检查项、条款、附件</source>
        <translation>Search everything</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>撤销 (Ctrl+Z)</source>
        <translation>Undo (Ctrl+Z)</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>没有可撤销的改动</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>没有保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>“{text}”没有找到</source>
        <translation>Nothing found for “{text}”</translation>
    </message>
    <message>
        <source>{file} 已在另一个窗口打开。</source>
        <translation>{file} is open in another window.</translation>
    </message>
    <message>
        <source>确认没有别人正在使用 {file}</source>
        <translation>Make sure that nobody else is using {file}</translation>
    </message>
    <message>
        <source>没有人在用，改为可写</source>
        <translation>Nobody is; make it writable</translation>
    </message>
    <message>
        <source>继续只看</source>
        <translation>Keep looking only</translation>
    </message>
    <message>
        <source>两处同时写入会丢失改动。</source>
        <translation>Changes are lost when two write at once.</translation>
    </message>
    <message>
        <source>另存一份</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>正在保存，写完就关闭。</source>
        <translation>Saving; the file closes when it is done.</translation>
    </message>
    <message>
        <source>还有 {n} 处改动没有保存</source>
        <translation>{n} changes are not saved</translation>
    </message>
    <message>
        <source>放弃这些改动并关闭</source>
        <translation>Discard them and close</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>质评</source>
        <translation>Zhiping</translation>
    </message>
    <message>
        <source>{file} 只能看，不能改。</source>
        <translation>{file} can be looked at but not changed.</translation>
    </message>
    <message>
        <source>改为可写</source>
        <translation>Make writable</translation>
    </message>
    <message>
        <source>打开文件…</source>
        <translation>Open a file…</translation>
    </message>
    <message>
        <source>新建企业文件…</source>
        <translation>New company file…</translation>
    </message>
    <message>
        <source>从备份恢复…</source>
        <translation>Restore a backup…</translation>
    </message>
    <message>
        <source>打开所在文件夹</source>
        <translation>Open its folder</translation>
    </message>
    <message>
        <source>关闭文件</source>
        <translation>Close the file</translation>
    </message>
    <message>
        <source>评估报告 PDF</source>
        <translation>Report as PDF</translation>
    </message>
    <message>
        <source>空白检查表 PDF</source>
        <translation>Blank checklist as PDF</translation>
    </message>
</context>
</TS>
