package cn.citybrain.parking.onboarding.channel.account;

import java.util.List;
import java.util.Map;

/**
 * An application as a channel gets it. Sensitive values in clear text: never logged, never stored.
 *
 * @param applicationNo our number, letters and digits only
 * @param fields values by form field key
 * @param papers the papers, by form field key
 */
public record MerchantApplication(String applicationNo, Map<String, String> fields, List<Paper> papers) {

    public MerchantApplication {
        fields = Map.copyOf(fields);
        papers = List.copyOf(papers);
    }

    /** Names the application only: values must not reach a log by accident. */
    @Override
    public String toString() {
        return "MerchantApplication[" + applicationNo + "]";
    }

    /** One uploaded paper. {@code documentId} is stable: the same content keeps it. */
    public record Paper(String fieldKey, String documentId, String fileName, String mediaType, byte[] content) {
        @Override
        public String toString() {
            return "Paper[" + fieldKey + ", " + documentId + "]";
        }
    }
}
