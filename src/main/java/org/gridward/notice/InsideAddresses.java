package org.gridward.notice;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * The addresses that are not of the public internet: this machine, its network, link-local (with the metadata services of
 * clouds), shared, reserved, documentation, multicast, and the IPv6 forms that carry such an IPv4 address inside.
 */
final class InsideAddresses {

    /** Network, bits: RFC 6890 and its updates, as far as Java's own questions do not cover them. */
    private static final int[][] FOUR = {
        {0, 0, 8},
        {100, 64, 10},
        {192, 0, 24},
        {198, 18, 15},
        {198, 51, 24},
        {203, 0, 24},
        {240, 0, 4}
    };

    private static final int[] THIRD_BYTE = {0, 0, 0, 0, 100, 113, 0};

    private InsideAddresses() {}

    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isInsideFour(bytes) : isInsideSix(bytes);
    }

    private static boolean isInsideFour(byte[] bytes) {
        int value = word(bytes, 0);
        for (int i = 0; i < FOUR.length; i++) {
            int network = FOUR[i][0] << 24 | FOUR[i][1] << 16 | THIRD_BYTE[i] << 8;
            int mask = -1 << (32 - FOUR[i][2]);
            if ((value & mask) == (network & mask)) {
                return true;
            }
        }
        return false;
    }

    /** Outside is only 2000::/3, and of that not 6to4, Teredo and the documentation network. */
    private static boolean isInsideSix(byte[] bytes) {
        int first = word(bytes, 0);
        boolean global = (first & 0xE0000000) == 0x20000000;
        boolean carriesFour = first >>> 16 == 0x2002 || first == 0x20010000;
        return !global || carriesFour || first == 0x20010DB8;
    }

    private static int word(byte[] bytes, int from) {
        return (bytes[from] & 0xFF) << 24
                | (bytes[from + 1] & 0xFF) << 16
                | (bytes[from + 2] & 0xFF) << 8
                | bytes[from + 3] & 0xFF;
    }
}
