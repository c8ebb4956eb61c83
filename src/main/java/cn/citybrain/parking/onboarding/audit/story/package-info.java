/** The story of one application: its records, who assembles them, and the API that tells them. What each part of it is read from is the rooms' beside this one. */
package cn.citybrain.parking.onboarding.audit.story;
