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

    /**
     * One uploaded paper, as a JPEG of the size that a channel takes: upright, and without what the camera or the program
     * wrote beside the picture.
     *
     * @param documentId stable: the same content keeps it
     * @param picture made when it is asked for
     */
    public record Paper(String fieldKey, String documentId, Picture picture) {

        public static final String MEDIA_TYPE = "image/jpeg";

        /** Harmless, and says nothing of what the file was called. */
        public String fileName() {
            return documentId + ".jpg";
        }

        /**
         * @param smallest bytes
         * @param largest bytes
         */
        public byte[] within(int smallest, int largest) {
            return picture.within(smallest, largest);
        }

        @Override
        public String toString() {
            return "Paper[" + fieldKey + ", " + documentId + "]";
        }
    }

    /** Gives a picture in the size that is asked for, in bytes. */
    @FunctionalInterface
    public interface Picture {
        byte[] within(int smallest, int largest);
    }
}
