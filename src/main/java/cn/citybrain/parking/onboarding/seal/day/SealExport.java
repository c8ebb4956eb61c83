package cn.citybrain.parking.onboarding.seal.day;

import cn.citybrain.parking.onboarding.seal.DaySeal;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * What leaves the house: enough to check every seal with any Ed25519 program.
 *
 * @param publicKeys Base64 of the X.509 form, by key id
 * @param signedText how the text that is signed is made of a seal
 * @param seals oldest first
 */
@NamedInterface("services")
public record SealExport(Map<String, String> publicKeys, String signedText, List<DaySeal> seals) {

    /** As {@link DaySeal#text}. */
    static final String TEXT = "channel-onboarding day seal\\nno {no}\\nday {day}\\nblocks {firstBlock}-{lastBlock}"
            + "\\nentries {entries}\\nhash {hash}\\nprevious {previous}\\nsealed {sealedAt}\\n";
}
