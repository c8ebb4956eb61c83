package cn.citybrain.parking.onboarding.process.upgrade;

import java.util.List;

/**
 * What became of the waiting instances of one model.
 *
 * @param newest version that they were to come to
 * @param migrated business keys of those that came to it (or would, when it was only asked)
 * @param left those that did not, each with the reason in Chinese
 */
record Migration(String model, int newest, List<String> migrated, List<String> left) {

    boolean complete() {
        return left.isEmpty();
    }
}
