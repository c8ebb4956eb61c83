package cn.citybrain.parking.onboarding.masterdata.importing;

/** What a row would do. */
enum Verdict {
    NEW,
    CHANGED,
    UNCHANGED,
    FAULTY
}
