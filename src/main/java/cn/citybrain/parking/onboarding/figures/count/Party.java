package cn.citybrain.parking.onboarding.audit.statistics;

/** Whose time a step takes. */
enum Party {
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
    String title() {
        return title;
    }
}
