package org.gridward.incident;

import java.util.List;
import java.util.UUID;

/** Writes a playbook, or a further version of one that there is; {@code sourceCase} may be null. */
public record NewPlaybook(String code, String titleZh, String titleEn, List<Playbook.Step> steps, UUID sourceCase) {}
