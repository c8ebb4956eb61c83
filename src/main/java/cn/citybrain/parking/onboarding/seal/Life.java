package cn.citybrain.parking.onboarding.seal;

/** What the product itself does to rows of a table; whatever else becomes of them, somebody else did. */
public enum Life {
    /** Written once. Only retention empties or removes it, and says so. */
    APPENDED,
    /** Changes as things go on. Only retention empties or removes it, and says so. */
    CHANGED,
    /** Changes, and the product takes rows away again. */
    DELETED
}
