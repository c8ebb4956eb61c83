package cn.citybrain.parking.onboarding.seal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The signed end of a day of the chain.
 *
 * @param no from 1, without gaps
 * @param day Asia/Shanghai
 * @param entries of the day's blocks
 * @param hash of the last block: of everything that was chained until then
 * @param previous signature of the seal before; empty: there is none
 * @param keyId by which key
 * @param signature Base64 of the Ed25519 signature of {@link #text}
 */
public record DaySeal(
        long no,
        LocalDate day,
        long firstBlock,
        long lastBlock,
        long entries,
        String hash,
        String previous,
        Instant sealedAt,
        String keyId,
        String signature) {

    /** What is signed, to the letter, in UTF-8. */
    public String text() {
        return "channel-onboarding day seal\nno " + no + "\nday " + day + "\nblocks " + firstBlock + "-" + lastBlock
                + "\nentries " + entries + "\nhash " + hash + "\nprevious " + previous + "\nsealed " + sealedAt + "\n";
    }

    public DaySeal signed(String byKey, String value) {
        return new DaySeal(no, day, firstBlock, lastBlock, entries, hash, previous, sealedAt, byKey, value);
    }
}
