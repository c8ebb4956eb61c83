package cn.citybrain.parking.onboarding.seal.chain;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;

/** The hash of a chain as it grows. */
public final class RunningHash {

    private byte[] hash;

    /** @param last hash of the block before; empty at the very beginning */
    public RunningHash(String last) {
        hash = Base64.getUrlDecoder().decode(last);
    }

    /** Returns the link of the entry: the first 8 bytes, which say where a chain was broken. */
    public long entry(Entry.Kind kind, Layout layout, String key, String state) {
        hash = new Sha256()
                .add(hash)
                .add(kind.code())
                .add(layout.tableName())
                .add(layout.text())
                .add(key)
                .add(state)
                .bytes();
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Returns the hash of the block. */
    public String block(long no, Instant at, int entries) {
        hash = new Sha256()
                .add(hash)
                .add("block " + no + " " + at + " " + entries)
                .bytes();
        return Sha256.text(hash);
    }
}
