package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;

/** Whose turn it is. */
public sealed interface Whose {

    /** In Chinese; empty for nobody. */
    String title();

    /** People of a role: the company's operators, the lot's vendor, reviewers or supervisors. */
    record People(Role role) implements Whose {
        @Override
        public String title() {
            return role.title();
        }
    }

    /** The channel has to answer. @param title its name */
    record TheChannel(String title) implements Whose {}

    /** The lot's system has to send something. */
    record LotSystem() implements Whose {
        @Override
        public String title() {
            return "停车场系统";
        }
    }

    /** Each of the application's lots has a turn of its own. */
    record TheLots() implements Whose {
        @Override
        public String title() {
            return "各停车场";
        }
    }

    /** Ours: it goes on by itself. */
    record Platform() implements Whose {
        @Override
        public String title() {
            return "平台";
        }
    }

    record Nobody() implements Whose {
        @Override
        public String title() {
            return "";
        }
    }
}
