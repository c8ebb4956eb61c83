package cn.citybrain.parking.onboarding.parking.message;

import org.springframework.context.ApplicationContext;

/** Fires the schedule of the messages to lots, for tests of other packages. */
public final class LotMessageSchedule {

    private LotMessageSchedule() {}

    /** How many messages the broker has taken. */
    public static int fire(ApplicationContext app) {
        return app.getBean(LotMessageDelivery.class).deliverDue();
    }

    /** Whether the platform is connected to the broker. */
    public static boolean connected(ApplicationContext app) {
        return app.getBean(MqttBroker.class).connected();
    }
}
