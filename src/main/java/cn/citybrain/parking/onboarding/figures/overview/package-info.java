/** The page 总览 and its files: the figures that somebody may see, put together, kept for all who ask at the same time. */
package cn.citybrain.parking.onboarding.figures.overview;
