"""What one school has, and what follows from it."""
