"""The parts of the Run page: agenda thread, clock, stage question, capture bar, live stream, stage panel."""
