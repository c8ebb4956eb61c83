package cn.citybrain.parking.onboarding.simulator;

/** A vehicle whose owner signed with no channel: lots drive it, channels know it. */
public final class UnsignedVehicle {

    public static final String PLATE = "浙A8W8W8";

    private UnsignedVehicle() {}
}
