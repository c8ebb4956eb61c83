package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures that go to Alipay. It takes one special licence, the form has one for each lot: that of the lot which the
 * application names goes, else the first.
 */
final class SignPapers {

    /** Field key of the special licence; the form has it for each lot, as {@code feePaperCopy_<code>}. */
    static final String FEE_PAPER = "feePaperCopy";

    private static final String LOT_ON_PAPER = "feePaperLot_";
    private static final String OF_LOT = FEE_PAPER + "_";

    /** What the form of an earlier version had instead, once for all lots. */
    private static final String FORMER = "specialLicenceCopy";

    private SignPapers() {}

    static Optional<Paper> of(MerchantApplication application, String key) {
        return key.equals(FEE_PAPER)
                ? feePaper(application).or(() -> exactly(application, FORMER))
                : exactly(application, key);
    }

    /** The key under which the applicant finds the picture. */
    static String fieldKey(MerchantApplication application, String key) {
        return of(application, key).map(Paper::fieldKey).orElse(key);
    }

    private static Optional<Paper> feePaper(MerchantApplication application) {
        return application.papers().stream()
                .filter(paper -> paper.fieldKey().startsWith(OF_LOT))
                .min(Comparator.comparing((Paper paper) -> !isOfNamedLot(application.fields(), paper))
                        .thenComparing(Paper::fieldKey));
    }

    private static boolean isOfNamedLot(Map<String, String> fields, Paper paper) {
        String code = paper.fieldKey().substring(OF_LOT.length());
        return fields.getOrDefault(LOT_ON_PAPER + code, "").equals(fields.get("storeName"));
    }

    private static Optional<Paper> exactly(MerchantApplication application, String key) {
        return application.papers().stream()
                .filter(paper -> paper.fieldKey().equals(key))
                .findFirst();
    }
}
