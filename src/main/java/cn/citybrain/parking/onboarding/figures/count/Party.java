package cn.citybrain.parking.onboarding.figures.count;

/** Whose time a step takes. */
public enum Party {
    OURS("运营公司"),
    /** The parking company and its vendor, and their lot. */
    APPLICANT("车场方"),
    CHANNEL("渠道"),
    /** A process of its own that is called: its figures say whose time it took. */
    CALLED("被调用的流程");

    private final String title;

    Party(String title) {
        this.title = title;
    }

    /** Chinese. */
    public String title() {
        return title;
    }
}
