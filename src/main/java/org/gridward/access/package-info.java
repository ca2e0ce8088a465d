/**
 * Says who asks, what that role may do and where, and keeps the audit chain: users, roles, jurisdiction, sign-in,
 * access rules, audit events and their seals.
 */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "grid"})
package org.gridward.access;

import org.springframework.modulith.ApplicationModule;
