"""Plain data for a widget, and the phrases and addresses in it."""
