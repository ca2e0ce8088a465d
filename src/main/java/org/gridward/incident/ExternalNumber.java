package org.gridward.incident;

/** The number that another system gave to a matter, such as 12345 and its order number: kept for good, unique together. */
public record ExternalNumber(String source, String number) {}
