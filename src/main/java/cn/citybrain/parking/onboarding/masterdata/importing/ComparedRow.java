package cn.citybrain.parking.onboarding.masterdata.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/**
 * A row beside what is kept, as people are shown it.
 *
 * @param line in the file, from 1
 * @param cells by column
 */
record ComparedRow(int line, Verdict verdict, Map<String, Cell> cells) {

    /**
     * @param before what is kept, where that is something else; null otherwise
     * @param after what the row says, or what stays where it says nothing
     * @param fault in Chinese, null if there is none
     * @param doubt what to think of before it is taken, Chinese, null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(String before, String after, String fault, String doubt) {}
}
