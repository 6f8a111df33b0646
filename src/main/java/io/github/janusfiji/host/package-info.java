/**
 * What differs between Fiji, plain ImageJ and a machine without a display: the
 * entry in ImageJ's menus, the dialog, macro options, progress, the user's wish
 * to stop, and how a failure is told.
 * <p>
 * A command extends {@link io.github.janusfiji.host.JanusCommand} and knows
 * nothing of all this.
 * </p>
 */
package io.github.janusfiji.host;
