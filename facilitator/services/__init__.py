"""What a role can do: one module per conversation with the user."""
