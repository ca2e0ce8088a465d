package org.gridward.notice;

import java.util.List;

/**
 * Register who wants to hear of what; grid, categories and secret (of a webhook; made here when absent) may be null.
 *
 * @param department in place of an address: the mail that this department has now
 */
public record Subscribe(
        String name,
        Channel channel,
        String address,
        String department,
        String secret,
        List<String> events,
        String grid,
        List<String> categories,
        Boolean withText) {

    Subscribe at(String found) {
        return new Subscribe(name, channel, found, department, secret, events, grid, categories, withText);
    }
}
