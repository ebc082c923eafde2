"""What the product must say, worked out in another way: nothing here imports or copies a line of the product."""
