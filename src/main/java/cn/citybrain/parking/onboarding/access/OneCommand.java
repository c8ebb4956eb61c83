package cn.citybrain.parking.onboarding.access;

/** Port: many calls to the engine as one, so that what they find is found once and what they write is written together. */
public interface OneCommand {

    /** Within the caller's transaction. What the calls write is in the database when this returns, and no query sees it before. */
    void run(Runnable calls);
}
