"""The card wall: one canvas over plain values, that lays, finds, paints and moves thousands of cards."""
