import { writtenOtherwise } from './differences.ts';
import { tour } from './tour.ts';

tour(writtenOtherwise);
