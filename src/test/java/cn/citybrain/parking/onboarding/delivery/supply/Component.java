package cn.citybrain.parking.onboarding.delivery.supply;

/**
 * A library in the jars.
 *
 * @param name group and artifact, with a colon between
 */
record Component(String name, String version) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
