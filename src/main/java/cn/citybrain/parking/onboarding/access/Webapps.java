package cn.citybrain.parking.onboarding.access;

/** Where the engine's web applications are: Tasklist, Cockpit, Admin, Welcome. */
public final class Webapps {

    /** As {@code camunda.bpm.webapp.application-path} has it. */
    public static final String PATH = "/camunda";

    /** What their calls to the engine begin with. */
    public static final String API = PATH + "/api/";

    private Webapps() {}

    /** Start page of one of them. */
    public static String page(String name) {
        return PATH + "/app/" + name + "/default/";
    }
}
