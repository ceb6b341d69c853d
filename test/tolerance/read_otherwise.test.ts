import { readOtherwise } from './differences.ts';
import { tour } from './tour.ts';

tour(readOtherwise);
