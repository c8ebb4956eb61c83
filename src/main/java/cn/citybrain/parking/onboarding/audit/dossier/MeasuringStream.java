package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.audit.dossier.matter.Hashes;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what is written to it, and keeps nothing. */
final class MeasuringStream extends OutputStream {

    private final MessageDigest digest = Hashes.begin();
    private long size;

    @Override
    public void write(int one) {
        digest.update((byte) one);
        size++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        size += length;
    }

    /** Nothing can be written afterwards. */
    Measure measure() {
        return new Measure(size, Hashes.hex(digest.digest()));
    }
}
