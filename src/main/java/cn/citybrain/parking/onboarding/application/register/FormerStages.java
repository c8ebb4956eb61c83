package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import java.util.List;

/**
 * Reads what a node of the version before still writes while it is replaced: its forms had one stage. What is older was
 * migrated.
 */
final class FormerStages {

    private static final String WHOLE = "application";
    private static final String FORM = "form";
    private static final String PAPERS = "papers";

    private FormerStages() {}

    /** Keys of the stages that an application has opened. */
    static List<String> opened(String stages, ApplicationState state) {
        if (!stages.equals(WHOLE)) {
            return List.of(stages.split(","));
        }
        return state == ApplicationState.DRAFT ? List.of(FORM) : List.of(FORM, PAPERS);
    }

    /** Key of the stage that a revision was submitted in. */
    static String submitted(String stage) {
        return stage.equals(WHOLE) ? PAPERS : stage;
    }
}
