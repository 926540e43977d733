"""What goes wrong in attribution, counted by phenomenon."""
