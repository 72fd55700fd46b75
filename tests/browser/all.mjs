// SPDX-License-Identifier: GPL-3.0-or-later
// All tests in one process and one browser.
import './credentials.mjs';
import './form.mjs';
import './reading.mjs';
