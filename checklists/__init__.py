"""What is asked, of whom, and what was answered. No Qt, no PDF."""
