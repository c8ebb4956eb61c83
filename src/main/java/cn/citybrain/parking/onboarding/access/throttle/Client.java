package cn.citybrain.parking.onboarding.access.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a login comes from.
 *
 * @param address as the server is told it
 * @param device what a browser keeps that was logged in with before; null without
 */
public record Client(String address, String device) {

    private static final int NETWORK = 8;

    /** One household or server has a whole network of IPv6: its first 64 bits are the address. */
    public String network() {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
