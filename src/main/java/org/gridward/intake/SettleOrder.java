package org.gridward.intake;

import org.gridward.incident.Where;

/** How a person files a held order: what is null is read from the order itself. */
public record SettleOrder(String category, Where location, String description, String number, String note) {}
