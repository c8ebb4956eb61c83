package cn.citybrain.parking.onboarding.access.recovery;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Makes {@link Template}s, which say on every page that this is the demo, where it is. */
@Component
public class Templates {

    private final boolean demo;

    Templates(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** @param path on the class path */
    public Template of(String path) {
        return new Template(path, demo);
    }
}
