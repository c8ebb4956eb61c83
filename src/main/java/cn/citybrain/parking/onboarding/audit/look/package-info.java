/** The addresses at which auditors read a story, its papers and its masked values. Each look is itself kept and part of the story. */
package cn.citybrain.parking.onboarding.audit.look;
