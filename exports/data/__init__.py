"""What the minutes hold as data: tables for spreadsheets, dates for calendars."""
