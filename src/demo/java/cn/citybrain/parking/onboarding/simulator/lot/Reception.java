package cn.citybrain.parking.onboarding.simulator.lot;

/**
 * How a lot gets the platform's messages.
 *
 * @param mqttPassword of its user at the broker, as the platform showed it to the vendor; empty: it has none
 * @param pollOnly whether it asks the platform although it could listen
 * @param leadingSlash whether it subscribes to the topics with a slash before
 * @param silent whether it never confirms, so that the platform sends again
 */
public record Reception(String mqttPassword, boolean pollOnly, boolean leadingSlash, boolean silent) {

    static final Reception POLLING = new Reception("", false, false, false);

    public Reception {
        mqttPassword = mqttPassword == null ? "" : mqttPassword.strip();
    }

    /** Whether it listens by MQTT; else it polls. */
    boolean listens() {
        return !pollOnly && !mqttPassword.isEmpty();
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Reception[listens=" + listens() + "]";
    }
}
