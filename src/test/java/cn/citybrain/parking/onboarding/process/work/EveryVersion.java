package cn.citybrain.parking.onboarding.process.work;

import org.springframework.context.ApplicationContext;

/** Makes a node work on all versions of the models that are deployed by now, as if it had just started. */
public final class EveryVersion {

    private EveryVersion() {}

    public static void know(ApplicationContext app) {
        app.getBean(KnownVersions.class).atStart();
    }
}
