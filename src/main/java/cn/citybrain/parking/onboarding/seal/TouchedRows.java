package cn.citybrain.parking.onboarding.seal;

/** What a connection to the database can be unwrapped to: the rows that its transaction has written so far. */
public interface TouchedRows {

    /** @param key see {@link RowKey} */
    void touched(SealedTable table, String key);
}
