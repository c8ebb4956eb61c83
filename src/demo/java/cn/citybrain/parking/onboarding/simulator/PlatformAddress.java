package cn.citybrain.parking.onboarding.simulator;

import java.net.URI;

/** Where the platform answers. */
public final class PlatformAddress {

    private volatile URI base;

    PlatformAddress(URI base) {
        this.base = base;
    }

    void moveTo(URI address) {
        base = address;
    }

    public URI base() {
        return base;
    }

    /** The address of a path of the platform, e.g. {@code /api/v2/cp/uploadCarInData}. */
    public URI at(String path) {
        return base.resolve(path);
    }

    /**
     * The same path at the place where the platform really answers. Channels demand https addresses for their
     * notifications, which a demo on one machine does not have.
     */
    public URI reachable(URI announced) {
        return at(announced.getRawPath());
    }
}
